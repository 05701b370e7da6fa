#pragma once

#include <chrono>

namespace mubiao::cli {

/// A time that something may take, from now on; 0 seconds: as long as it likes.
class TimeLimit {
 public:
  explicit TimeLimit(double seconds) : limited_(seconds > 0), end_(Clock::now() + as_duration(seconds)) {}
  bool over() const { return limited_ && Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;
  static Clock::duration as_duration(double seconds) {
    constexpr double kLongest = 1e9;  // thirty years; more might not fit
    return std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(seconds < kLongest ? seconds : kLongest));
  }

  bool limited_;
  Clock::time_point end_;
};

}  // namespace mubiao::cli
