#pragma once

#include "app/terminal/options.h"

#include <QString>
#include <QStringList>

#include <variant>

class Catalogue;

/// One line that names the word that cannot be used, and says what is allowed. Holds no password.
struct UsageError
{
    QString text;
};

/// What was asked for is a text, to be printed on standard output.
struct Information
{
    QString text;
    QStringList remarks; ///< to be said on standard error
};

using CommandLine = std::variant<Options, Information, UsageError>;

/// Reads and checks the arguments, the program's own name first. Reads the files that they name, and writes
/// nothing.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments, const Catalogue &catalogue);
