#pragma once

#include <cstdio>
#include <cstdlib>

/// A property that must hold for every input. Ends the program where it does not, so that a fuzzer keeps the
/// input.
#define REQUIRE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);              \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)
