# Completion of ips for fish: the program itself tells what can stand where you press Tab.
function __ips_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    # As typed, it still has its quotes.
    set -l word (commandline --current-token --cut-at-cursor | string replace --all --regex '["\'\\\\]' '')
    IPS_COMPLETE=(count $words) ips $words[2..] "$word" 2>/dev/null
end
complete --command ips --no-files --keep-order --arguments '(__ips_complete)'
