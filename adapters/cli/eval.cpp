#include "adapters/console/evaluation.hpp"

#include <fstream>
#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/tell.hpp"
#include "adapters/console/corpus.hpp"
#include "adapters/console/folds.hpp"

namespace tulay::cli {
namespace {

std::optional<console::Corpus> read(const std::filesystem::path& file) {
  knowledge::Problems problems;
  auto corpus = console::read_corpus(file, problems);
  tell(problems);
  if (knowledge::has_errors(problems)) return std::nullopt;
  return corpus;
}

bool write_predictions(const std::filesystem::path& file, const console::Evaluation& evaluation) {
  std::ofstream out(file);
  if (out) console::print_predictions(evaluation, out);
  out.flush();
  if (!out)
    std::cerr << file.string() << ": error: can't be written; check the folder and who may write there\n";
  return static_cast<bool>(out);
}

}  // namespace

int eval(const Config& config, const EvalOptions& options) {
  const auto corpus = read(options.file);
  if (!corpus) return bad_usage;
  const auto snapshot = load_knowledge(config);
  if (!snapshot) return bad_usage;
  const auto today = day_for(options.today, config);
  if (options.folds) {
    console::cross_validate(*corpus, snapshot->catalog, today, *options.folds, std::cout);
    return done;
  }
  const auto evaluation = console::evaluate(*corpus, *snapshot, config.firm, today);
  if (options.predictions && !write_predictions(*options.predictions, evaluation)) return found_problems;
  options.json ? console::print_json(evaluation, std::cout) : console::print_table(evaluation, std::cout);
  return done;
}

}  // namespace tulay::cli
