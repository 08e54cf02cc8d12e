#compdef ips
# Completion of ips for zsh: the program itself tells what can stand where you press Tab.
_ips() {
    local -a lines others folders
    local line value
    lines=("${(@f)$(IPS_COMPLETE=$((CURRENT - 1)) ips "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in $lines; do
        value=${line%%$'\t'*}
        if [[ $value == */ ]]; then
            folders+=("${${value%/}//:/\\:}")
        else
            others+=("${value//:/\\:}:${line#*$'\t'}")
        fi
    done
    (( $#others )) && _describe -V ips others
    (( $#folders )) && _describe -V ips folders -S / -q
}
if [[ $funcstack[1] == _ips ]]; then
    _ips "$@"
else
    compdef _ips ips
fi
