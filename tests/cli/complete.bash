# complete.bash SCRIPT: for each line of stdin what bash offers at its end, as "LINE<tab>WORD". Where readline is asked
# to complete files or directories itself, the word is <default> or <dirnames>.
source "$1"
compopt() { printf '%s\t<%s>\n' "$line" "$2"; }
while IFS= read -r line; do
  # The words as bash has them: = is one of its own. A space at the end begins an empty one.
  read -r -a COMP_WORDS <<< "${line//=/ = }"
  [[ $line == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _mubiao
  for word in "${COMPREPLY[@]}"; do printf '%s\t%s\n' "$line" "$word"; done
done
