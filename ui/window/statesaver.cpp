#include "ui/window/statesaver.h"

#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/headerbar.h"
#include "ui/header/limitbox.h"
#include "ui/header/sizeslider.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/windowstate.h"

#include <QWidget>

using namespace std::chrono_literals;

StateSaver::StateSaver(const WindowParts &parts, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
{
    m_disk.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &StateSaver::save);
    connect(&m_parts.files, &FileSettings::rulesChanged, this, &StateSaver::save);
    connect(&m_parts.folder, &FolderRow::folderChanged, this, &StateSaver::save);
    connect(m_parts.header.source(), &SourceChooser::sourceChanged, this, &StateSaver::save);
    connect(m_parts.header.source(), &SourceChooser::choicesChanged, this, &StateSaver::save);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_parts.header.limit(), &QSpinBox::valueChanged, &m_soon, soon);
    connect(m_parts.header.size(), &SizeSlider::pictureWidthChanged, &m_soon, soon);
    connect(&m_parts.model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) { saveIfTicked(roles); });
}

void StateSaver::save()
{
    m_soon.stop();
    m_disk.start([memory = memoryOf(m_window, m_parts)] { memory.store(); });
}

void StateSaver::finish()
{
    save();
    m_disk.waitForDone();
}

void StateSaver::saveIfTicked(const QList<int> &roles)
{
    if (roles.contains(Qt::CheckStateRole))
        m_soon.start();
}
