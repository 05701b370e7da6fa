# Debian packages, with `cpack -G DEB`: mubiao is the program, libmubiao-dev the library. What each is made of is the
# components of install.cmake, and what stands in places of Debian's own.
find_program(GZIP gzip)
if(GZIP)
  # compress(NAME FILE): FILE as written/NAME
  function(mubiao_compress name file)
    add_custom_command(OUTPUT ${written}/${name} COMMAND ${GZIP} -9nc ${file} > ${written}/${name} DEPENDS ${file} VERBATIM)
  endfunction()
  mubiao_compress(mubiao.1.gz ${written}/mubiao.1)
  mubiao_compress(changelog.gz ${PROJECT_SOURCE_DIR}/src/install/debian-changelog)
  add_custom_target(mubiao-compressed ALL DEPENDS ${written}/mubiao.1.gz ${written}/changelog.gz)
  add_dependencies(mubiao-compressed mubiao-written)
endif()
install(FILES ${written}/mubiao.1.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/man/man1
        COMPONENT debian_program EXCLUDE_FROM_ALL)
install(FILES ${written}/mubiao.zsh RENAME _mubiao DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        COMPONENT debian_program EXCLUDE_FROM_ALL)
function(mubiao_debian_doc package component)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/${package})
  install(FILES src/install/debian-copyright RENAME copyright DESTINATION ${doc} COMPONENT ${component} EXCLUDE_FROM_ALL)
  install(FILES ${written}/changelog.gz DESTINATION ${doc} COMPONENT ${component} EXCLUDE_FROM_ALL)
endfunction()
mubiao_debian_doc(mubiao debian_program)
mubiao_debian_doc(libmubiao-dev debian_development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mubiao)
set(CPACK_PACKAGE_VENDOR "the authors of mubiao")
set(CPACK_PACKAGE_CONTACT "the authors of mubiao <mubiao@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "numeric targets out of Chinese plan documents")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program debian_program development debian_development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME mubiao)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Loaded at need, so that no link line speaks of them: the names of their packages are those of their ABIs.
# pdftotext is run, if it is there.
string(REGEX REPLACE "\\.so\\." "" libzip_package ${libzip_soname})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS ${libzip_package})
string(REGEX MATCH "^[0-9]+\\.[0-9]+" libgit2_abi ${LIBGIT2_VERSION})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "libgit2-${libgit2_abi}, poppler-utils, poppler-data")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"Reads Chinese plan documents and writes down every numeric target they set:
what is measured, how much, in which unit, by which year, against which
baseline, how firmly, and where it stands in the text.")

# A static library: what a program that uses it has to link is of the version it was built with.
math(EXPR next_icu "${mubiao_ICU_MAJOR} + 1")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libmubiao-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
string(CONCAT CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
       "libicu-dev (>= ${mubiao_ICU_MAJOR}), libicu-dev (<< ${next_icu}~), libxml2-dev, libre2-dev, libfmt-dev, libgmp-dev, "
       "libpugixml-dev, ${libzip_package}, pkg-config")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"The library that the program mubiao is made of, its headers, and a CMake
package: find_package(mubiao).")

include(CPack)
foreach(component program debian_program)
  cpack_add_component(${component} GROUP program)
endforeach()
foreach(component development debian_development)
  cpack_add_component(${component} GROUP development)
endforeach()
