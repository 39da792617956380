#include "ui/timeline/figurespanel.h"

#include "ui/look/cellmetrics.h"
#include "ui/timeline/figuretext.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The text is read when it is requested.
class FigureAccessible final : public QAccessibleWidget
{
public:
    explicit FigureAccessible(FigureValue *value)
        : QAccessibleWidget(value, QAccessible::StaticText)
        , m_value(value)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        if (type != QAccessible::Name)
            return QAccessibleWidget::text(type);
        return QAccessibleWidget::text(type) + u' ' + m_value->text();
    }

private:
    const FigureValue *m_value; // an interface is destroyed before its object
};

QAccessibleInterface *createFigure(const QString &className, QObject *object)
{
    return className == "FigureValue"_L1 ? new FigureAccessible(qobject_cast<FigureValue *>(object))
                                         : nullptr;
}

/// The longest texts that are usual.
QStringList usualTexts()
{
    constexpr RunFigures usual{.figures = {}, .inFlight = 100, .limit = 100};
    return {valueOf(Figure::InFlight, usual), shortDuration(std::chrono::seconds(999)), timesFaster(99.9),
        shortSize(999 * 1024)};
}

} // namespace

FigureValue::FigureValue(QWidget *parent)
    : QWidget(parent)
{
    static const bool isFactoryInstalled = [] {
        QAccessible::installFactory(&createFigure);
        return true;
    }();
    Q_UNUSED(isFactoryInstalled)
    reserveWidth();
}

void FigureValue::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    update();
    if (text.size() > m_usualLength && fontMetrics().horizontalAdvance(text) > m_width) {
        m_width = fontMetrics().horizontalAdvance(text);
        updateGeometry();
    }
}

void FigureValue::reserveWidth()
{
    m_width = 0;
    for (const QString &text : usualTexts()) {
        m_width = std::max(m_width, fontMetrics().horizontalAdvance(text));
        m_usualLength = std::max(m_usualLength, text.size());
    }
    updateGeometry();
}

QSize FigureValue::sizeHint() const
{
    return {m_width, fontMetrics().height()};
}

void FigureValue::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reserveWidth();
}

void FigureValue::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // "6.9 s" keeps its order in a mirrored window
    painter.drawText(
        rect(), int(isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter), m_text);
}

FiguresPanel::FiguresPanel(QWidget *parent)
    : QWidget(parent)
    , m_shownTitle(new QLabel(tr("This run")))
    , m_comparedTitle(new QLabel(tr("Compared")))
{
    setAccessibleName(tr("Figures"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(CellMetrics::unit, 0, CellMetrics::unit, 0);
    layout->setHorizontalSpacing(2 * CellMetrics::unit);
    layout->setVerticalSpacing(1);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_shownTitle, 0, 1, Qt::AlignRight);
    layout->addWidget(m_comparedTitle, 0, 2, Qt::AlignRight);
    for (const Figure figure : allFigures) {
        const Row row{new QLabel(nameOf(figure)), new FigureValue, new FigureValue};
        const int line = int(figure) + 1;
        layout->addWidget(row.name, line, 0);
        layout->addWidget(row.shown, line, 1);
        layout->addWidget(row.compared, line, 2);
        for (QWidget *part : {static_cast<QWidget *>(row.name), static_cast<QWidget *>(row.shown),
                 static_cast<QWidget *>(row.compared)})
            part->setToolTip(explanationOf(figure));
        row.shown->setAccessibleName(nameOf(figure));
        row.compared->setAccessibleName(tr("%1, compared", "figure").arg(nameOf(figure)));
        m_rows[std::size_t(figure)] = row;
    }
    layout->setRowStretch(int(allFigures.size()) + 1, 1);
    QFont bold = font();
    bold.setBold(true);
    for (QWidget *part : {static_cast<QWidget *>(rowOf(Figure::SpeedUp).name),
             static_cast<QWidget *>(rowOf(Figure::SpeedUp).shown),
             static_cast<QWidget *>(rowOf(Figure::SpeedUp).compared)})
        part->setFont(bold);
    setFigures({}, {});
}

void FiguresPanel::setFigures(
    const std::optional<RunFigures> &shown, const std::optional<RunFigures> &compared)
{
    m_shownTitle->setVisible(compared.has_value());
    m_comparedTitle->setVisible(compared.has_value());
    for (const Figure figure : allFigures) {
        const Row &row = rowOf(figure);
        row.shown->setText(shown ? valueOf(figure, *shown) : u"–"_s);
        row.shown->setToolTip(shown ? explanationOf(figure, *shown) : explanationOf(figure));
        row.compared->setVisible(compared.has_value());
        if (!compared)
            continue;
        row.compared->setText(valueOf(figure, *compared));
        row.compared->setToolTip(explanationOf(figure, *compared));
    }
}

QString FiguresPanel::text(Figure figure, bool isCompared) const
{
    const Row &row = rowOf(figure);
    return (isCompared ? row.compared : row.shown)->text();
}
