#pragma once

#include "app/terminal/options.h"

#include <QString>
#include <QStringList>

#include <variant>

class Catalogue;

/// One line that names the argument that cannot be used and says what is allowed. Contains no password.
struct UsageError
{
    QString text;
};

/// The command line requests only a text, such as --help.
struct Information
{
    QString text; ///< for standard output
    QStringList remarks; ///< for standard error
};

using CommandLine = std::variant<Options, Information, UsageError>;

/// Reads and checks the arguments, of which the first is the program's name. Reads the files that they name;
/// writes nothing.
[[nodiscard]] CommandLine readCommandLine(const QStringList &arguments, const Catalogue &catalogue);

/// The same for the arguments of main(). Refuses arguments that are not UTF-8: such a file name cannot be
/// kept.
[[nodiscard]] CommandLine readCommandLine(int argc, char **argv, const Catalogue &catalogue);
