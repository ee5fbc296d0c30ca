# What makes a memory error in the shipped program stop it instead of serving an attacker. On in the release
# preset; _FORTIFY_SOURCE needs optimisation, and the sanitizers bring their own checks.
option(TULAY_HARDENED "Build with the hardening flags of the release" OFF)
if(TULAY_HARDENED)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options(-fcf-protection)
  endif()
  add_link_options(-Wl,-z,relro,-z,now)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES CXX)
endif()
