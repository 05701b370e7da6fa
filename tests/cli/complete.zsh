# complete.zsh SCRIPT: for each line of stdin what zsh offers at its end, as "LINE<tab>WORD". Completion wants an editor
# and the editor a terminal: a second zsh has one. It types each line and completes it; what is added to the matches
# is written to a file.
zmodload zsh/zpty
work=$(mktemp -d)
cat > $work/setup << 'END'
setopt no_auto_list no_auto_menu no_beep
PS1=
autoload -Uz compinit && compinit -u -D
compadd() {
  # With -O, -A or -D nothing is added. Words come behind - or --.
  local flags=("${(@)@[1,(i)-(|-)]}") offered=()
  if (( ! ${flags[(I)-[OAD]*]} )); then
    builtin compadd -O offered "$@"
    for word in $offered; do print -r -- "$BUFFER"$'\t'"$word" >> $work/offers; done
  fi
  builtin compadd "$@"
}
next-line() { BUFFER= && print >> $work/count }
zle -N next-line
zle -N zle-line-init next-line # the editor is ready
bindkey '^I' complete-word '^T' next-line
END

# Until the editor has begun $1 lines; it must not wait for a reader of what it shows.
wait_for() {
  for ((i = 0; i < 3000; i++)); do
    [[ -f $work/count && $(wc -l < $work/count) -ge $1 ]] && return
    zpty -r -t shell > /dev/null
    sleep 0.01
  done
  print -u2 "zsh does not answer"
  exit 1
}

TERM=dumb zpty shell "work=$work zsh -f -i"
zpty -w shell "source $work/setup; source $1"
lines=1
wait_for $lines
while IFS= read -r line; do
  zpty -w -n shell "$line"$'\t\C-T'
  wait_for $((++lines))
done
zpty -d shell
cat $work/offers
rm -rf $work
