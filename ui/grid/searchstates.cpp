#include "ui/grid/searchstates.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto ticked = "ticked"_L1;
constexpr auto changed = "changed"_L1;
constexpr auto states = std::to_array<std::pair<QLatin1StringView, FlagState>>({
    {"not-asked"_L1, FlagState::NotAsked},
    {"waiting"_L1, FlagState::Waiting},
    {"held"_L1, FlagState::OnHold},
    {"downloading"_L1, FlagState::Downloading},
    {"saved"_L1, FlagState::Saved},
    {"unchanged"_L1, FlagState::Unchanged},
    {"skipped"_L1, FlagState::Skipped},
    {"not-found"_L1, FlagState::NotFound},
    {"failed"_L1, FlagState::Failed},
    {"cancelled"_L1, FlagState::Cancelled},
});
} // namespace

QStringList searchStates()
{
    QStringList words{ticked, changed};
    for (const auto &[word, state] : states)
        words.append(word);
    return words;
}

bool isInSearchState(const QString &word, const FlagStanding &flag)
{
    return (word == ticked && flag.isTicked) || (word == changed && flag.isChanged)
        || std::ranges::any_of(
            states, [&](const auto &each) { return each.first == word && each.second == flag.state; });
}
