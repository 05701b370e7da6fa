// The default rule set in a form that is quick to load. Doors: write_snapshot, read_snapshot.
#include "rules/snapshot.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "rules/state.h"

namespace mubiao {
namespace {

// Every value is its length, a colon and its bytes; numbers are written as text.
class Writer {
 public:
  void text(std::string_view value) {
    out_ += std::to_string(value.size());
    out_ += ':';
    out_ += value;
  }
  void number(long long value) { text(std::to_string(value)); }
  template <typename Range, typename Write>
  void list(const Range& range, const Write& write) {
    number(static_cast<long long>(std::size(range)));
    for (const auto& item : range) write(item);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  std::string_view text() {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(in_.data(), in_.data() + in_.size(), size);
    assert(error == std::errc() && *end == ':');
    in_.remove_prefix(static_cast<std::size_t>(end - in_.data()) + 1);
    const std::string_view out = in_.substr(0, size);
    in_.remove_prefix(size);
    return out;
  }
  std::string string() { return std::string(text()); }
  int number() {
    const std::string_view digits = text();
    int out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
  }
  template <typename Read>
  void list(const Read& read) {
    for (int left = number(); left > 0; --left) read();
  }

 private:
  std::string_view in_;
};

void write(Writer& out, const Dimension& dimension) {
  out.text(dimension.name);
  out.text(dimension.canonical);
  out.number(dimension.counter ? 1 : 0);
  out.list(dimension.surfaces, [&](const UnitSurface& surface) {
    out.text(surface.surface);
    out.text(surface.factor.rational().get_str());
  });
}

Dimension read_dimension(Reader& in) {
  Dimension out;
  out.name = in.string();
  out.canonical = in.string();
  out.counter = in.number() != 0;
  in.list([&] {
    std::string surface = in.string();
    out.surfaces.push_back({std::move(surface), Number(mpq_class(in.string()))});
  });
  return out;
}

void write(Writer& out, const Rule& rule) {
  out.text(rule.id);
  out.number(static_cast<int>(rule.kind));
  out.number(rule.rev);
  out.number(rule.priority);
  out.text(rule.pattern);
  const auto text = [&](const std::string& s) { out.text(s); };
  const auto list = [&](const std::vector<std::string>& literals) { out.list(literals, text); };
  out.list(rule.keywords, text);
  out.list(rule.literals, list);
  out.list(rule.set, [&](const auto& entry) {
    out.text(entry.first);
    out.text(entry.second);
  });
  out.list(rule.unless, [&](const Unless& unless) {
    out.text(unless.id);
    out.number(static_cast<int>(unless.scope));
    out.text(unless.pattern);
    out.list(unless.literals, list);
  });
}

std::vector<std::vector<std::string>> read_literals(Reader& in) {
  std::vector<std::vector<std::string>> out;
  in.list([&] {
    auto& list = out.emplace_back();
    in.list([&] { list.push_back(in.string()); });
  });
  return out;
}

Rule read_rule(Reader& in) {
  Rule out;
  out.id = in.string();
  out.kind = static_cast<RuleKind>(in.number());
  out.rev = in.number();
  out.priority = in.number();
  out.pattern = in.string();
  out.regex = Regex(out.pattern);
  in.list([&] { out.keywords.push_back(in.string()); });
  out.literals = read_literals(in);
  in.list([&] {
    std::string key = in.string();
    out.set.emplace(std::move(key), in.string());
  });
  in.list([&] {
    Unless unless;
    unless.id = in.string();
    unless.scope = static_cast<UnlessScope>(in.number());
    unless.pattern = in.string();
    unless.regex = Regex(unless.pattern);
    unless.literals = read_literals(in);
    out.unless.push_back(std::move(unless));
  });
  return out;
}

}  // namespace

std::string write_snapshot(const RuleSet& rules) {
  Writer out;
  out.text(rules.name());
  out.text(rules.version());
  out.list(rules.units().dimensions(), [&](const Dimension& dimension) { write(out, dimension); });
  out.list(rules.named_periods(), [&](const NamedPeriod& period) {
    out.text(period.name);
    out.number(period.start);
    out.number(period.end);
  });
  out.list(rules.eval_prefixes(), [&](const std::string& prefix) { out.text(prefix); });
  out.list(rules.rules(), [&](const Rule& rule) { write(out, rule); });
  return out.take();
}

RuleSet read_snapshot(std::string_view snapshot) {
  Reader in(snapshot);
  auto state = std::make_shared<RuleSet::State>();
  state->name = in.string();
  state->version = in.string();
  std::vector<Dimension> dimensions;
  in.list([&] { dimensions.push_back(read_dimension(in)); });
  Result<UnitTable> units = UnitTable::create(std::move(dimensions));
  assert(units.has_value() && "the snapshot was made of a set that loads");
  state->units = *std::move(units);
  in.list([&] {
    std::string name = in.string();
    const int start = in.number();
    state->periods.push_back({std::move(name), start, in.number()});
  });
  in.list([&] { state->eval_prefixes.push_back(in.string()); });
  in.list([&] { state->rules.push_back(read_rule(in)); });
  state->sort();
  return RuleSet(std::move(state));
}

}  // namespace mubiao
