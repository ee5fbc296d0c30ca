# The one place for compiler warnings; every room links tulay_warnings privately.
add_library(tulay_warnings INTERFACE)
target_compile_options(tulay_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Woverloaded-virtual
  -Wnon-virtual-dtor -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 in its own headers: overlapping copies in std::string operator+ (GCC bug 105651),
  # uninitialized values in std::optional (GCC bug 80635).
  target_compile_options(tulay_warnings INTERFACE -Wduplicated-cond -Wlogical-op -Wno-restrict -Wno-maybe-uninitialized)
endif()
