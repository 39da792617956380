#pragma once

#include "app/sets/batchspec.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <stop_token>
#include <tl/expected.hpp>

/// The content of the journal, a file in the folder of a running batch. Each line is one JSON object. The
/// first line is the spec of the batch. A line for a flag, with all its files, is written before each of
/// these files gets its name. It counts as far as files with these names and hashes exist. The flag is done
/// if all files of its last line exist. A line with only a country code says that nothing of that country is
/// missing.
struct JournalContent
{
    BatchSpec spec;
    QList<SetFlag> flags; ///< in the order of the lines
    QSet<QString> done; ///< codes of the countries that are marked as done
};

[[nodiscard]] QByteArray journalLine(const BatchSpec &spec);
/// `flag` as flagToJson() makes it.
[[nodiscard]] QByteArray journalLine(const QJsonObject &flag);
[[nodiscard]] QByteArray journalLineForDone(const QString &code);

/// Why a journal cannot be used.
struct JournalProblem
{
    QString text; ///< to be appended to the file name
    bool isNewer = false; ///< written by a later version of the program
};

/// Parses a journal. Fails if the first line is no spec that the program understands completely. Ignores an
/// incomplete last line, which was being written, and other lines that it does not understand. Returns early
/// with part of the lines if a stop is requested.
[[nodiscard]] tl::expected<JournalContent, JournalProblem> journalFromLines(
    const QByteArray &lines, const std::stop_token &stop = {});
