# The peak memory of a large document: at most 64 MB and three times its size.
. "$(dirname "$0")/lib.sh"
command -v python3 > /dev/null || {
  echo "SKIPPED: no python3 to measure with"
  exit 77
}

# Plans with a heading every fifteen hundred bytes, as plans have.
cat > make.py << 'EOF'
import pathlib, sys
sentence = "各级各部门要完善工作机制，强化要素保障，推动重点领域绿色低碳转型（详见附表），"
paragraph = sentence + "形成协同推进的工作格局。" + sys.argv[1] + "\n"
text = "".join(f"（{mark}）加强组织领导。\n" + 5 * paragraph for mark in "一二三四五六七八九")
times = 64_000_000 // len(text.encode()) + 1
pathlib.Path("plan.txt").write_text(text * times, "utf-8")
pathlib.Path("line.txt").write_text(text.replace("\n", "") * times, "utf-8")
EOF
cat > measure.py << 'EOF'
import os, resource, subprocess, sys
document, *command = sys.argv[1:]
status = subprocess.run(command + [document], stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
limit = (64 << 20) + 3 * os.path.getsize(document)
print(f"{document}: status {status}, peak {peak >> 20} MB, limit {limit >> 20} MB")
sys.exit(status != 0 or peak > limit)
EOF
python3 make.py "$target"
for document in plan.txt line.txt; do
  for format in jsonl csv; do
    that python3 measure.py "$document" "$mubiao" extract -q --kinds all -f "$format"
  done
done

done_with_checks
