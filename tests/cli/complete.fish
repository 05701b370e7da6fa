# complete.fish SCRIPT: for each line of stdin what fish offers at its end, as "LINE<tab>WORD".
source $argv[1]
while read -l line
    for offer in (complete -C $line)
        printf '%s\t%s\n' $line (string split -f 1 \t -- $offer)
    end
end
