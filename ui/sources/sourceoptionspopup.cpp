#include "ui/sources/sourceoptionspopup.h"

#include "ui/look/cellmetrics.h"
#include "ui/sources/fallbacklist.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>

SourceOptionsPopup::SourceOptionsPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_formats(new QComboBox)
    , m_widths(new QComboBox)
    , m_fallbacks(new FallbackList)
    , m_adjust(new QPushButton(tr("Ad&just how it behaves...")))
{
    setFrameStyle(StyledPanel | Plain);
    setAccessibleName(tr("Source options"));
    m_formats->setToolTip(tr("The kind of picture that is asked for"));
    m_widths->setToolTip(tr("How wide the pictures are that are asked for"));
    m_adjust->setToolTip(tr("Delays and errors of this source, and what they are drawn from"));

    auto *manage = new QPushButton(tr("&Manage sources..."));
    manage->setToolTip(tr("See all sources, and add your own"));
    auto *question = new QLabel(tr("If a fla&g is missing there, ask:"));
    question->setBuddy(m_fallbacks->findChild<QWidget *>());

    auto *form = new QFormLayout(this);
    constexpr int margin = 2 * CellMetrics::unit;
    form->setContentsMargins(margin, margin, margin, margin);
    form->setSpacing(CellMetrics::unit);
    form->addRow(tr("Picture &format:"), m_formats);
    form->addRow(tr("Wid&th:"), m_widths);
    form->addRow(question);
    form->addRow(m_fallbacks);
    form->addRow(m_adjust);
    form->addRow(manage);

    connect(m_formats, &QComboBox::activated, this, &SourceOptionsPopup::showWidths);
    connect(m_formats, &QComboBox::activated, this, &SourceOptionsPopup::tell);
    connect(m_widths, &QComboBox::activated, this, &SourceOptionsPopup::tell);
    connect(m_fallbacks, &FallbackList::edited, this, &SourceOptionsPopup::tell);
    connect(m_adjust, &QPushButton::clicked, this, &QWidget::close);
    connect(m_adjust, &QPushButton::clicked, this, &SourceOptionsPopup::adjustRequested);
    connect(manage, &QPushButton::clicked, this, &QWidget::close);
    connect(manage, &QPushButton::clicked, this, &SourceOptionsPopup::manageRequested);
}

void SourceOptionsPopup::open(
    const Source &source, const QList<Source> &others, const SourceChoice &choice, const QPoint &corner)
{
    m_source = source;
    showFormats();
    const auto chosen = withPicture(source, choice.picture);
    const Source &concrete = std::holds_alternative<Source>(chosen) ? std::get<Source>(chosen) : source;
    m_formats->setCurrentIndex(std::max(m_formats->findData(concrete.format), 0));
    showWidths();
    m_widths->setCurrentIndex(std::max(m_widths->findData(concrete.width), 0));
    m_fallbacks->show(others, choice.fallbacks);
    m_adjust->setVisible(source.embedded == Embedded::Slow || source.embedded == Embedded::Faulty);

    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    move(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())),
        std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    (m_formats->isEnabled() ? static_cast<QWidget *>(m_formats) : m_fallbacks)->setFocus();
}

void SourceOptionsPopup::showFormats()
{
    m_formats->clear();
    for (const SourcePicture &picture : std::as_const(m_source.pictures)) {
        if (!picture.format.isEmpty() && m_formats->findData(picture.format) < 0)
            m_formats->addItem(picture.format.toUpper(), picture.format);
    }
    if (m_formats->count() == 0)
        m_formats->addItem(tr("As the source has it"), QString());
    m_formats->setEnabled(m_formats->count() > 1);
}

void SourceOptionsPopup::showWidths()
{
    m_widths->clear();
    for (const SourcePicture &picture : std::as_const(m_source.pictures)) {
        if (picture.format != format())
            continue;
        for (const int width : picture.widths)
            m_widths->addItem(tr("%1 pixels").arg(QLocale().toString(width)), width);
        m_widths->setCurrentIndex(std::max(m_widths->findData(picture.usualWidth), 0));
        break;
    }
    if (m_widths->count() == 0)
        m_widths->addItem(format() == QStringLiteral("svg") ? tr("Any: SVG has no size of its own")
                                                            : tr("As the source has it"),
            0);
    m_widths->setEnabled(m_widths->count() > 1);
}

// Only what differs from the source's own way is a choice: so a source that changes changes for everybody.
void SourceOptionsPopup::tell()
{
    SourceChoice choice;
    choice.fallbacks = m_fallbacks->chosen();
    if (const int width = m_widths->currentData().toInt(); width > 0)
        choice.picture.width = width;
    choice.picture.format = format();
    if (choice.picture.format == m_source.format && choice.picture.width.value_or(0) == m_source.width)
        choice.picture = {};
    Q_EMIT choiceChanged(choice);
}

QString SourceOptionsPopup::format() const
{
    return m_formats->currentData().toString();
}
