#pragma once

#include "app/terminal/options.h"

#include <QList>
#include <QString>

class Catalogue;
class GivenOptions;

struct OptionEntry
{
    QString longName;
    QString shortName; ///< empty if there is none
    QString valueName; ///< empty for a switch
    QString description; ///< for --help
    Modes modes; ///< the modes that accept the option
};

struct OptionGroup
{
    QString title;
    QList<OptionEntry> entries;
};

/// Every option of the program, once. The parser, --help and the check for conflicting options use this
/// table.
[[nodiscard]] QList<OptionGroup> optionTable();

// The groups of the table, and the function that reads each.

/// The countries to download.
[[nodiscard]] OptionGroup countryOptions();
void readCountryOptions(GivenOptions &given, const Catalogue &catalogue, Options &options);

/// Sources, and the fault settings of the built-in servers.
[[nodiscard]] OptionGroup sourceOptions();
void readSourceOptions(GivenOptions &given, Options &options);

/// Folder, file names and conflicts.
[[nodiscard]] OptionGroup fileOptions();
void readFileOptions(GivenOptions &given, Options &options);

/// Pictures that are made from each flag while it is saved.
[[nodiscard]] OptionGroup conversionOptions();
void readConversionOptions(GivenOptions &given, Options &options);

/// Operations on an existing folder of flags.
[[nodiscard]] OptionGroup setOptions();
void readSetOptions(GivenOptions &given, Options &options);

/// Request limit, timeout, proxy and certificates.
[[nodiscard]] OptionGroup networkOptions();
void readNetworkOptions(GivenOptions &given, Options &options);

/// Exports of a folder of flags.
[[nodiscard]] OptionGroup exportOptions();
void readExportOptions(GivenOptions &given, Options &options);

/// The mode, and the output of a run without a window.
[[nodiscard]] OptionGroup terminalOptions();
[[nodiscard]] OptionGroup informationOptions();
/// Must be called first: fails for every option that the mode does not accept.
void readMode(GivenOptions &given, Options &options);
void readServingOptions(GivenOptions &given, Options &options);
/// In tracefile.cpp.
void readTraceOption(GivenOptions &given, Options &options);
/// In measurerun.cpp.
void readMeasureOption(GivenOptions &given, Options &options);
