# Settings of all targets: definitions for Qt, warnings, sanitizers, hardening.
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
    -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Wundef)

# Without the checks of each pointer, which take a fifth of the time to compile. A null pointer ends the program anyway.
if(FLAGFETCH_SANITIZE)
    target_compile_options(flagfetch_settings INTERFACE
        -fsanitize=${FLAGFETCH_SANITIZE} -fno-sanitize=null,alignment -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(flagfetch_settings INTERFACE -fsanitize=${FLAGFETCH_SANITIZE})
endif()

if(FLAGFETCH_FUZZ)
    target_compile_options(flagfetch_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Hardening of release builds. Sanitizers have their own checks and do not work with _FORTIFY_SOURCE.
if(NOT FLAGFETCH_SANITIZE)
    target_compile_options(flagfetch_settings INTERFACE
        -fstack-protector-strong -fstack-clash-protection
        $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection=full>
        $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
    target_compile_definitions(flagfetch_settings INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(flagfetch_settings INTERFACE -Wl,-z,relro,-z,now -pie)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# With CMAKE_UNITY_BUILD, the files of a folder are compiled as one. Names in their anonymous namespaces must differ
# within the folder, but not between folders.
function(flagfetch_group_by_folder target)
    get_target_property(files ${target} SOURCES)
    foreach(file IN LISTS files)
        get_filename_component(folder "${file}" DIRECTORY)
        if(folder)
            string(MAKE_C_IDENTIFIER "${folder}" group)
            set_source_files_properties("${file}" PROPERTIES UNITY_GROUP "${group}")
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
