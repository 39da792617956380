#pragma once

#include "app/sets/batchspec.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <stop_token>
#include <variant>

/// The file that lies in a folder while a batch runs there: one JSON object on each line, the first of them
/// the order. A line for a flag, with all that is to be made of it, is written before each of its files gets
/// its name, so it counts as far as files of those names and hashes are there, and the flag is done if all of
/// the last line are; a line for a country alone says that nothing of it is missing any more.
struct JournalContent
{
    BatchSpec spec;
    QList<SetFlag> flags; ///< in the order of the lines
    QSet<QString> settled; ///< codes
};

[[nodiscard]] QByteArray journalLine(const BatchSpec &spec);
[[nodiscard]] QByteArray journalLine(const SetFlag &flag);
[[nodiscard]] QByteArray journalLineForDone(const QString &code);

/// Why a journal cannot be used.
struct JournalProblem
{
    QString text; ///< to follow its file's name
    bool isNewer = false; ///< written by a later version of the program
};

/// Fails if the first line is no order that can be carried out to the letter. A last line without an end is
/// one that was being written; of the others, those that cannot be understood are passed over. Ends early,
/// with part of the lines, once `stop` asks for it.
[[nodiscard]] std::variant<JournalContent, JournalProblem> journalFromLines(
    const QByteArray &lines, const std::stop_token &stop = {});
