# Completion of ips for bash: the program itself tells what can stand where you press Tab.
_ips() {
    local -a words=()
    local word value begun cut=
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        # Bash takes --team=x for three words.
        if [[ ${#words[@]} -gt 0 && (($word == = && ${words[-1]} == --?*) || ${words[-1]} == --*=) ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
    done
    begun=${COMP_WORDS[COMP_CWORD]}
    # As typed, they still have their quotes.
    words=("${words[@]//[\"\'\\]/}")
    [[ ${words[-1]} == --*=* ]] && cut=${words[-1]%%=*}=
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        value=${value#"$cut"}
        if [[ $value == */* ]]; then
            # Bash quotes what it takes for a file, and leaves no blank behind a folder.
            compopt -o filenames
        elif [[ $begun == \'* ]]; then
            value=${value//\'/\'\\\'\'}
        elif [[ $begun == \"* ]]; then
            value=${value//\\/\\\\} value=${value//\"/\\\"} value=${value//\$/\\\$} value=${value//\`/\\\`}
        else
            printf -v value %q "$value"
        fi
        COMPREPLY+=("$value")
    done < <(IPS_COMPLETE=$((${#words[@]} - 1)) ips "${words[@]:1}" 2>/dev/null)
}
complete -o nosort -F _ips ips
