# What cmake --install copies, and with FLAGFETCH_DEBIAN_PACKAGE the Debian package of CPack. docs/PACKAGING.md
# describes both.
include(GNUInstallDirs)
include(cmake/Metainfo.cmake)

set(FLAGFETCH_ID io.github.flagfetch.Flagfetch) # also in ui/desktop/desktopid.h
set(FLAGFETCH_ZSH_COMPLETIONS_DIR "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" CACHE STRING
    "Where zsh finds completions; Debian has share/zsh/vendor-completions for packages")
set(packaging "${PROJECT_SOURCE_DIR}/packaging")
set(packaging_output "${PROJECT_BINARY_DIR}/packaging")

# The date of this version, from the list of releases in the metainfo.
file(STRINGS "${packaging}/metainfo.xml.in" release REGEX "<release version=\"${PROJECT_VERSION}\" ")
if(NOT release MATCHES "date=\"([0-9-]+)\"")
    message(FATAL_ERROR "packaging/metainfo.xml.in has no release ${PROJECT_VERSION} with a date")
endif()
set(FLAGFETCH_RELEASE_DATE "${CMAKE_MATCH_1}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${packaging}/links.xml.in" "${packaging}/metainfo.xml.in")
flagfetch_write_metainfo("${packaging}" "${packaging_output}/${FLAGFETCH_ID}.metainfo.xml")

# The manual and the completions come from the program's own --help, --list-countries and messages.
set(manual_pages "${packaging_output}/man/man1/flagfetch.1" "${packaging_output}/man/zh_CN/man1/flagfetch.1")
set(completions
    "${packaging_output}/completions/flagfetch" "${packaging_output}/completions/_flagfetch"
    "${packaging_output}/completions/flagfetch.fish")
add_custom_command(
    OUTPUT ${manual_pages} ${completions}
    COMMAND Python3::Interpreter -B "${packaging}/make_man_pages.py" --program "$<TARGET_FILE:flagfetch>"
        --version "${PROJECT_VERSION}" --date "${FLAGFETCH_RELEASE_DATE}" --output "${packaging_output}/man"
    COMMAND Python3::Interpreter -B "${packaging}/make_completions.py" --program "$<TARGET_FILE:flagfetch>"
        --output "${packaging_output}/completions"
    DEPENDS flagfetch "${packaging}/make_man_pages.py" "${packaging}/make_completions.py" "${packaging}/programhelp.py"
    COMMENT "Writing the manual pages and completions"
    VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual_pages} ${completions})

install(TARGETS flagfetch)
install(TARGETS flagfetch-render DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/flagfetch")
install(FILES "${packaging}/${FLAGFETCH_ID}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${packaging_output}/${FLAGFETCH_ID}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")

set(icon_theme "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/flagfetch.svg" DESTINATION "${icon_theme}/scalable/apps"
    RENAME "${FLAGFETCH_ID}.svg")
foreach(side 16 24 32 48 64 128 256 512)
    install(FILES "${PROJECT_BINARY_DIR}/ui/icons/flagfetch-${side}.png"
        DESTINATION "${icon_theme}/${side}x${side}/apps" RENAME "${FLAGFETCH_ID}.png")
endforeach()

install(FILES "${packaging_output}/completions/flagfetch"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${packaging_output}/completions/_flagfetch" DESTINATION "${FLAGFETCH_ZSH_COMPLETIONS_DIR}")
install(FILES "${packaging_output}/completions/flagfetch.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

# The page Help > Lesson names the lesson. What the installed pages link to is installed too: scripts/check-docs.sh.
install(FILES
    "${PROJECT_SOURCE_DIR}/docs/LAB.md" "${PROJECT_SOURCE_DIR}/docs/lab.png"
    "${PROJECT_SOURCE_DIR}/docs/lab-dark.png" "${PROJECT_SOURCE_DIR}/docs/lab-zh.png"
    "${PROJECT_SOURCE_DIR}/docs/LESSON.md" "${PROJECT_SOURCE_DIR}/docs/LESSON.zh_CN.md"
    "${PROJECT_SOURCE_DIR}/docs/blocked.png" "${PROJECT_SOURCE_DIR}/docs/ways.png"
    "${PROJECT_SOURCE_DIR}/docs/ways-dark.png" "${PROJECT_SOURCE_DIR}/docs/ways-zh.png"
    "${PROJECT_SOURCE_DIR}/docs/lesson_server.py"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/flagfetch")

# LICENSE has the licence of the pictures. A Debian package has all licences in its file copyright.
set(left_out PATTERN unpacked EXCLUDE)
if(FLAGFETCH_DEBIAN_PACKAGE)
    list(APPEND left_out PATTERN LICENSE EXCLUDE)
endif()
install(DIRECTORY "${FLAGFETCH_FLAG_ICONS_DIR}/" DESTINATION "${CMAKE_INSTALL_DATADIR}/flagfetch/flag-icons" OPTIONAL
    ${left_out})

if(FLAGFETCH_DEBIAN_PACKAGE)
    include(cmake/DebianPackage.cmake)
else()
    install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
    install(FILES "${packaging_output}/man/man1/flagfetch.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    install(FILES "${packaging_output}/man/zh_CN/man1/flagfetch.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/zh_CN/man1")
endif()
