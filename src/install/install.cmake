# What `cmake --install` puts where: the program with its manual page, completion and rules; the library with its headers
# and CMake package. The component `elsewhere` is what packages have in other places, see package.cmake.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The program writes its manual page and completion itself.
set(written ${PROJECT_BINARY_DIR}/written)
file(MAKE_DIRECTORY ${written})
set(written_files)
function(mubiao_write name)
  add_custom_command(
    OUTPUT ${written}/${name}
    COMMAND mubiao-program ${ARGN} > ${written}/${name}
    DEPENDS mubiao-program
    VERBATIM)
  list(APPEND written_files ${written}/${name})
  set(written_files ${written_files} PARENT_SCOPE)
endfunction()
mubiao_write(mubiao.1 man)
mubiao_write(mubiao.bash completion bash)
mubiao_write(mubiao.zsh completion zsh)
mubiao_write(mubiao.fish completion fish)
add_custom_target(mubiao-written ALL DEPENDS ${written_files})

install(TARGETS mubiao-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${written}/mubiao.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT elsewhere)
install(FILES ${written}/mubiao.bash RENAME mubiao
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${written}/mubiao.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${written}/mubiao.zsh RENAME _mubiao
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT elsewhere)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/mubiao/rules COMPONENT program
        FILES_MATCHING PATTERN *.toml PATTERN README.md PATTERN tests EXCLUDE)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT elsewhere)

install(DIRECTORY include/mubiao DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(TARGETS mubiao mubiao_default_rules EXPORT mubiaoTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mubiao)
install(EXPORT mubiaoTargets NAMESPACE mubiao:: DESTINATION ${config_dir} COMPONENT development)
string(REGEX MATCH "^[0-9]+" mubiao_ICU_MAJOR ${ICU_VERSION})
configure_package_config_file(src/install/mubiaoConfig.cmake.in ${PROJECT_BINARY_DIR}/mubiaoConfig.cmake
                              INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/mubiaoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/mubiaoConfig.cmake ${PROJECT_BINARY_DIR}/mubiaoConfigVersion.cmake
        DESTINATION ${config_dir} COMPONENT development)
