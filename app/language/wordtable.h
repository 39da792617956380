#pragma once

#include <QLatin1StringView>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

/// Whether the enumeration has an enumerator of this value. GCC and Clang print any other value as a cast,
/// "(Paper)6".
template <auto value>
[[nodiscard]] constexpr bool isEnumerator()
{
    constexpr std::string_view signature = __PRETTY_FUNCTION__;
    constexpr char afterBracket = signature[signature.rfind(')') + 1];
    return afterBracket < '0' || afterBracket > '9';
}

template <typename Enum>
struct WordEntry
{
    Enum value;
    QLatin1StringView word; ///< empty if the value has no word
};

/// Whether the values of the entries are 0, 1, 2 ...
template <typename Enum, std::size_t count>
[[nodiscard]] constexpr bool areInOrder(const std::array<WordEntry<Enum>, count> &entries)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (entries[i].value != static_cast<Enum>(i))
            return false;
    }
    return true;
}

/// Whether no two entries have the same word.
template <typename Enum, std::size_t count>
[[nodiscard]] constexpr bool areWordsUnique(const std::array<WordEntry<Enum>, count> &entries)
{
    std::array<std::string_view, count> words;
    for (std::size_t i = 0; i < count; ++i) {
        const QLatin1StringView word = entries[i].word;
        words[i] = std::string_view(word.latin1(), static_cast<std::size_t>(word.size()));
    }
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (!word->empty() && std::find(std::next(word), words.end(), *word) != words.end())
            return false;
    }
    return true;
}

/// The stable, untranslated words of an enumeration: for JSON, files, settings, logs and the command line.
/// Create it with wordTable().
///
/// Each enumerator has one entry, in the order of the enumeration, which must be 0, 1, 2 ... without gaps.
/// The word is empty if the enumerator has none. No two entries have the same word. A table that breaks a
/// rule does not compile, so a new enumerator cannot be forgotten.
template <typename Enum, std::size_t count>
class WordTable final
{
public:
    static_assert(!isEnumerator<static_cast<Enum>(count)>(), "an enumerator has no entry");

    // A throw in a constant expression is a compile error.
    explicit constexpr WordTable(const std::array<WordEntry<Enum>, count> &entries)
        : m_entries(entries)
    {
        if (!areInOrder(entries))
            throw "the entries are not the enumerators in their order";
        if (!areWordsUnique(entries))
            throw "two entries have the same word";
    }

    /// Empty for an enumerator without a word, and for a number that is no enumerator.
    [[nodiscard]] constexpr QLatin1StringView wordOf(Enum value) const
    {
        const auto index = static_cast<std::size_t>(value);
        return index < count ? m_entries[index].word : QLatin1StringView();
    }

    /// Nothing if the word is unknown or empty.
    [[nodiscard]] std::optional<Enum> valueOf(
        QStringView word, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive) const
    {
        for (const WordEntry<Enum> &entry : m_entries) {
            if (!word.isEmpty() && word.compare(entry.word, sensitivity) == 0)
                return entry.value;
        }
        return std::nullopt;
    }

    /// All words, for messages about an unknown one. In the order of the enumerators.
    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (const WordEntry<Enum> &entry : m_entries) {
            if (!entry.word.isEmpty())
                words.append(entry.word);
        }
        return words;
    }

private:
    std::array<WordEntry<Enum>, count> m_entries;
};

/// `constexpr auto paperWords = wordTable<Paper>({{Paper::A4, "A4"_L1}, ...});`
template <typename Enum, std::size_t count>
[[nodiscard]] consteval WordTable<Enum, count> wordTable(
    const WordEntry<Enum> (&entries)[count]) // NOLINT: the parameter of std::to_array
{
    return WordTable<Enum, count>(std::to_array(entries));
}
