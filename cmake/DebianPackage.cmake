# The Debian package, as scripts/package.sh builds it. Included by Packaging.cmake.
if(NOT EXISTS "${FLAGFETCH_FLAG_ICONS_DIR}/package.json")
    message(FATAL_ERROR "A package includes the pictures of flag-icons. Run scripts/fetch-flags.sh.")
endif()
find_program(FLAGFETCH_GZIP gzip REQUIRED)
find_program(FLAGFETCH_DATE date REQUIRED)

# Packages of different releases of Debian depend on different versions of Qt, and an upgrade of Debian upgrades them.
set(FLAGFETCH_DEBIAN_VERSION "${PROJECT_VERSION}" CACHE STRING "Version of the package, such as 0.2.0+deb12")
set(FLAGFETCH_MAINTAINER "Flagfetch contributors <flagfetch@flagfetch.invalid>" CACHE STRING
    "Name and address in the package; .invalid (RFC 2606) says that there is no address")

execute_process(COMMAND "${FLAGFETCH_DATE}" --utc --rfc-email "--date=${FLAGFETCH_RELEASE_DATE}"
    OUTPUT_VARIABLE FLAGFETCH_CHANGELOG_DATE OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file("${packaging}/debian/changelog.in" "${packaging_output}/debian/changelog" @ONLY)

# Policy 12: documents are compressed, without a time, at the highest level.
function(flagfetch_install_compressed file destination)
    add_custom_command(
        OUTPUT "${file}.gz"
        COMMAND "${FLAGFETCH_GZIP}" --best --no-name --keep --force "${file}"
        DEPENDS "${file}"
        VERBATIM)
    string(MAKE_C_IDENTIFIER "${destination}" name)
    add_custom_target("compressed_${name}" ALL DEPENDS "${file}.gz")
    add_dependencies("compressed_${name}" manual)
    install(FILES "${file}.gz" DESTINATION "${destination}")
endfunction()
flagfetch_install_compressed("${packaging_output}/man/man1/flagfetch.1" "${CMAKE_INSTALL_MANDIR}/man1")
flagfetch_install_compressed("${packaging_output}/man/zh_CN/man1/flagfetch.1" "${CMAKE_INSTALL_MANDIR}/zh_CN/man1")
flagfetch_install_compressed("${packaging_output}/debian/changelog" "${CMAKE_INSTALL_DATADIR}/doc/flagfetch")
install(FILES "${packaging}/debian/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/flagfetch")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME flagfetch)
set(CPACK_PACKAGE_VERSION "${FLAGFETCH_DEBIAN_VERSION}")
set(CPACK_PACKAGE_VENDOR "Flagfetch contributors")
set(CPACK_PACKAGE_CONTACT "${FLAGFETCH_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "download the flags of the world")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Tick countries in a grid and watch their flags arrive while they are saved
to disk. The same program works in a terminal without a window. It
 - knows 250 countries, 149 regions and organisations, and fourteen sources
 - checks each picture, and records its source, licence and hash, so that a
   set can be verified, repaired, updated and rebuilt
 - makes PNG and WebP pictures, contact sheets, CSS sprites and tables
 - teaches concurrency with a built-in server and a timeline of all requests
.
The pictures of flag-icons are included, so the first flags need no network.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins that Qt loads by itself. They must be of the same Qt as the libraries, which their own dependencies ensure.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-image-formats-plugins") # reads WebP
set(recommended
    ca-certificates                          # trusted certificates for https
    fonts-dejavu-core                        # Arabic and more on contact sheets
    "fonts-wqy-microhei | fonts-noto-cjk"    # Chinese, Japanese and Korean
    iso-flags-svg                            # the source "debian"
    qt6-translations-l10n                    # Qt's dialogs in other languages
    qt6-wayland)                             # windows under Wayland
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-core") # names in further scripts, such as Devanagari
list(JOIN recommended ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
