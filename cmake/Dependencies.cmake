find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Concurrent Widgets LinguistTools)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RSVG REQUIRED IMPORTED_TARGET librsvg-2.0>=2.52)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle>=3.6)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate>=1.8)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50)

find_package(Python3 COMPONENTS Interpreter)
if(NOT Python3_Interpreter_FOUND)
    message(FATAL_ERROR "python3 is missing: it converts the names of iso-codes. Run scripts/install-dependencies.sh.")
endif()
set(FLAGFETCH_ISO_CODES_DIR "/usr/share/iso-codes" CACHE PATH "Folder of Debian's iso-codes: the names of countries")
if(NOT EXISTS "${FLAGFETCH_ISO_CODES_DIR}/json/iso_3166-1.json")
    message(FATAL_ERROR "The names of countries are missing: ${FLAGFETCH_ISO_CODES_DIR}/json/iso_3166-1.json. "
        "Install the package iso-codes (scripts/install-dependencies.sh does), or set FLAGFETCH_ISO_CODES_DIR.")
endif()

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()
