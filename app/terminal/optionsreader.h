#pragma once

#include "app/terminal/commandline.h"

#include <QCoreApplication>

#include <optional>

class QCommandLineParser;

/// Goes through the parsed command line step by step; the first thing that is wrong ends it.
class OptionsReader final
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    OptionsReader(const QCommandLineParser &parser, const Catalogue &catalogue);
    [[nodiscard]] CommandLine read();

private:
    void fail(const QString &text);
    [[nodiscard]] bool isSet(QLatin1StringView option) const;
    [[nodiscard]] QString value(QLatin1StringView option) const;

    /// Hands the option's value, if it was given and `readValue` can read it, to `use`.
    template <typename Read, typename Use>
    void take(QLatin1StringView option, Read readValue, Use use);

    void readMode();
    void readCountries();
    void readWords();
    void readSource();
    void readSourcesFile();
    void readChance();
    void readFiles();
    void readNetwork();
    void readServing();

    const QCommandLineParser &m_parser;
    const Catalogue &m_catalogue;
    Options m_options;
    std::optional<UsageError> m_error;
};
