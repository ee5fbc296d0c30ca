tulay_room(intents
  USES tulay_knowledge
  LIBS PkgConfig::RE2 ICU::uc ICU::i18n phonenumber
  SOURCES composed.cpp fold.cpp words.cpp expand.cpp spelling.cpp clause_language.cpp
          slot.cpp receipt_slots.cpp identifier_slots.cpp date_words.cpp date_slots.cpp amount_slots.cpp phone_slots.cpp masking.cpp
          concept.cpp pattern.cpp thresholds.cpp word_forms.cpp matcher.cpp whole_patterns.cpp compile.cpp catalog.cpp
          reading.cpp features.cpp feature_weights.cpp fitting.cpp digest.cpp told_examples.cpp threads.cpp likeness.cpp likes.cpp places.cpp weigh.cpp decide.cpp clauses.cpp context.cpp understand.cpp wording.cpp explain.cpp)

# Fitting is a few seconds of sums over all examples: worth the vector units in every build, and exact in each.
set_source_files_properties(intents/fitting.cpp intents/feature_weights.cpp
  PROPERTIES COMPILE_OPTIONS "-O3;-fno-math-errno;-fno-trapping-math")
