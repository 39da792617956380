#include "app/terminal/givenoptions.h"

#include "app/sources/webaddress.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

GivenOptions::GivenOptions(const QCommandLineParser &parser)
    : m_parser(parser)
{
}

bool GivenOptions::isSet(const QString &option) const
{
    return m_parser.isSet(option);
}

QString GivenOptions::value(const QString &option) const
{
    return m_parser.value(option);
}

QStringList GivenOptions::values(const QString &option) const
{
    return m_parser.values(option);
}

QStringList GivenOptions::words() const
{
    return m_parser.positionalArguments();
}

void GivenOptions::fail(const QString &text)
{
    if (!m_error)
        m_error = UsageError{text};
}

QString GivenOptions::shown(const QString &word)
{
    return word.isEmpty() ? u"''"_s : shownAddress(word);
}
