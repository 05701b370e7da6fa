// Memory that stays. Each document needs a few buffers of its size, and glibc gives such memory back as soon as it is
// free: the next document, or the next stage of this one, then gets it again a page at a time, which took a twelfth of
// all time.
//
// Door: prepare_memory.

#include "cli/memory.h"

#include <cstddef>
#include <cstdint>
#include <new>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace mubiao::cli {

#ifdef __GLIBC__
namespace {

constexpr int kLargestOnHeap = 32 << 20;  // the most that mallopt takes
// Free memory that is kept: a document takes some eight times its size, and one of more than kLargestOnHeap has its
// text outside of the heap anyway.
constexpr int kKept = 256 << 20;
constexpr std::size_t kGrowth = std::size_t{64} << 20;         // of the heap: addresses, no memory before it is used
constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20;  // as x86-64 and most others have them

/// What the heap grew by is made of large pages where the system has them.
void use_large_pages(void* from, void* to) {
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(from) + kHugePage - 1) / kHugePage * kHugePage;
  const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(to) / kHugePage * kHugePage;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace

void prepare_memory() {
  ::mallopt(M_MMAP_THRESHOLD, kLargestOnHeap);
  ::mallopt(M_TRIM_THRESHOLD, kKept);
  ::mallopt(M_TOP_PAD, static_cast<int>(kGrowth));
  void* const before = ::sbrk(0);
  ::operator delete(::operator new (std::size_t{1} << 20));  // more than there is, so that the heap grows
  use_large_pages(before, ::sbrk(0));
}
#else
void prepare_memory() {}
#endif

}  // namespace mubiao::cli
