#pragma once

#include "app/downloads/comparison.h"

/// What is said of a comparison, line by line, for people: a heading and one line for each country, in the
/// order of comesBefore().
[[nodiscard]] QStringList compareReport(QList<ComparedFlag> flags, const QString &one, const QString &other);

/// One pair as one JSON object on one line, for programs; docs/SOURCES.md lists the members.
[[nodiscard]] QByteArray compareJsonLine(const ComparedFlag &flag);
