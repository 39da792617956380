# Everything that all targets share: language rules for Qt, warnings, sanitizers, precompiled headers.
add_library(flagfetch_settings INTERFACE)

target_include_directories(flagfetch_settings INTERFACE "${PROJECT_SOURCE_DIR}")

target_compile_definitions(flagfetch_settings INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

target_compile_options(flagfetch_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference -Wundef)

if(FLAGFETCH_SANITIZE)
    target_compile_options(flagfetch_settings INTERFACE
        -fsanitize=${FLAGFETCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(flagfetch_settings INTERFACE -fsanitize=${FLAGFETCH_SANITIZE})
endif()

option(FLAGFETCH_PCH "Use precompiled headers" ON)
