#pragma once

#include "app/terminal/commandline.h"
#include "app/terminal/optionvalues.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <utility>

class QCommandLineParser;

/// The options as they were given, for the readers of each topic. The first thing that is wrong is the error
/// of the whole command line; what is read after it does not count.
class GivenOptions final
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// `parser` must outlive this.
    explicit GivenOptions(const QCommandLineParser &parser);

    [[nodiscard]] bool isSet(const QString &option) const;
    [[nodiscard]] QString value(const QString &option) const;
    [[nodiscard]] QStringList values(const QString &option) const;
    /// What stands there besides options.
    [[nodiscard]] QStringList words() const;

    /// Hands the option's value, if it was given and `read` can read it, to `use`.
    template <typename Read, typename Use>
    void take(const QString &option, Read read, Use use);

    void fail(const QString &text);
    [[nodiscard]] const std::optional<UsageError> &error() const { return m_error; }

    /// A word as a message can repeat it: any may be an address with a password in it.
    [[nodiscard]] static QString shown(const QString &word);

private:
    const QCommandLineParser &m_parser;
    std::optional<UsageError> m_error;
};

template <typename Read, typename Use>
void GivenOptions::take(const QString &option, Read read, Use use)
{
    if (!isSet(option))
        return;
    auto result = read(value(option));
    if (const auto *bad = std::get_if<BadValue>(&result))
        fail(tr("--%1 %2: %3").arg(option, shown(value(option)), bad->reason));
    else
        use(std::get<0>(std::move(result)));
}
