#pragma once

#include <cstdio>
#include <cstdlib>

// One macro, because every fuzz_<target>.cpp needs it and nothing else.

/// Aborts the program if a property that must hold for every input does not hold. The fuzzer then keeps the
/// input.
#define REQUIRE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);              \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)
