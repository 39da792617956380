#include "ui/help/pageparts.h"

using namespace Qt::StringLiterals;

namespace {

QString listItems(const QStringList &items)
{
    QString html;
    for (const QString &item : items)
        html += u"<li>%1</li>"_s.arg(item.toHtmlEscaped());
    return html;
}

} // namespace

QString heading(const QString &text)
{
    return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped());
}

QString paragraph(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString linkTo(const QString &url, const QString &text)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(url.toHtmlEscaped(), text.toHtmlEscaped());
}

QString paragraphWithLinks(const QString &text, const QStringList &links)
{
    QString html = text.toHtmlEscaped();
    for (qsizetype number = 0; number < links.size(); ++number)
        html.replace(u'%' + QString::number(number + 1), links.at(number));
    return u"<p>%1</p>"_s.arg(html);
}

QString list(const QStringList &items)
{
    return u"<ul>"_s + listItems(items) + u"</ul>"_s;
}

QString numberedList(const QStringList &items)
{
    return u"<ol>"_s + listItems(items) + u"</ol>"_s;
}
