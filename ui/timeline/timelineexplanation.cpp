#include "ui/timeline/timelineexplanation.h"

#include "app/timeline/timeline.h"
#include "ui/look/cellmetrics.h"
#include "ui/timeline/figures.h"
#include "ui/timeline/legend.h"

#include <QDialogButtonBox>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSizeOfExplanation(70 * CellMetrics::unit, 78 * CellMetrics::unit);
constexpr QSize swatchSize(4 * CellMetrics::unit, 2 * CellMetrics::unit);

QImage swatchOf(const LegendEntry &entry, const QPalette &palette, qreal ratio)
{
    QImage image(swatchSize * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    paintSwatch(painter, QRect(QPoint(2, 0), swatchSize - QSize(4, 0)), entry, palette);
    return image;
}

/// `first` is HTML.
QString rowOf(const QString &first, const QString &name, const QString &sentence)
{
    return u"<tr><td>%1</td><td style=\"padding-right: 16px; white-space: nowrap\"><b>%2</b></td><td>%3</td></tr>"_s
        .arg(first, name.toHtmlEscaped(), sentence.toHtmlEscaped());
}

QString headingOf(const QString &text)
{
    return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped());
}

QString paragraphOf(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace

TimelineExplanation::TimelineExplanation(QWidget *owner)
    : QWidget(owner, Qt::Window)
    , m_text(new QTextBrowser)
{
    setWindowTitle(tr("What the timeline shows"));
    m_text->setAccessibleName(windowTitle());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(2 * CellMetrics::unit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, CellMetrics::unit);
    layout->addWidget(m_text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(0, 0, CellMetrics::unit, 0);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QWidget::close);
    resize(usualSizeOfExplanation.boundedTo(screen()->availableSize() * 3 / 4));
    write();
}

void TimelineExplanation::open()
{
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

QString TimelineExplanation::text() const
{
    return m_text->toPlainText();
}

void TimelineExplanation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

void TimelineExplanation::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

void TimelineExplanation::write()
{
    QString html = paragraphOf(tr(
        "Each bar is one request, from the moment it is ready to be sent. A country has a thick bar for its "
        "picture and a thin one for its metadata. Bars that are side by side in time were waited for "
        "together: that is what makes many requests at once faster than one after another."));
    html += headingOf(tr("Bars, marks and lines")) + u"<table cellpadding=\"3\">"_s;
    int number = 0;
    QList<LegendEntry> entries = legendOf({}, false);
    for (const Feature feature : allFeatures)
        entries.append({.what = feature});
    for (const LegendEntry &entry : std::as_const(entries)) {
        const QString name = u"swatch:%1"_s.arg(number++);
        m_text->document()->addResource(QTextDocument::ImageResource, QUrl(name),
            swatchOf(entry, m_text->palette(), devicePixelRatioF()));
        html += rowOf(u"<img src=\"%1\">"_s.arg(name), entry.name(), entry.explanation());
    }
    html += u"</table>"_s + headingOf(tr("Figures")) + u"<table cellpadding=\"3\">"_s;
    for (const Figure figure : allFigures)
        html += rowOf({}, nameOf(figure), explanationOf(figure));
    html += u"</table>"_s + headingOf(tr("Mouse and keyboard"))
        + paragraphOf(tr(
            "The wheel scrolls. Ctrl and the wheel, + and − zoom, 0 shows the whole run. Drag to move. The "
            "arrow keys go from request to request; a click or Return chooses the country in the grid."));
    m_text->setHtml(html);
}
