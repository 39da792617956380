# Writes the metainfo file OUTPUT from the templates in TEMPLATES. Links and screenshots are addresses, so they are part
# of it only if the project has a homepage. Also a script for the test:
# cmake -DTEMPLATES=... -DOUTPUT=... -DFLAGFETCH_ID=... -P Metainfo.cmake
function(flagfetch_write_metainfo templates output)
    set(FLAGFETCH_LINKS "")
    if(PROJECT_HOMEPAGE_URL)
        file(READ "${templates}/links.xml.in" FLAGFETCH_LINKS)
        string(CONFIGURE "${FLAGFETCH_LINKS}" FLAGFETCH_LINKS @ONLY)
    endif()
    configure_file("${templates}/metainfo.xml.in" "${output}" @ONLY)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    flagfetch_write_metainfo("${TEMPLATES}" "${OUTPUT}")
endif()
