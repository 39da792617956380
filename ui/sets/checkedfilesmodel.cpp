#include "ui/sets/checkedfilesmodel.h"

#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"

#include <QPalette>

#include <array>

using namespace Qt::StringLiterals;

namespace {

// In the order of rows: what can be repaired, then what is only listed.
constexpr std::array shownStates{
    FileState::Missing, FileState::Altered, FileState::Unreadable, FileState::Untracked};

QString wordOf(FileDamage damage)
{
    switch (damage) {
    case FileDamage::OtherContent:
        return CheckedFilesModel::tr("other content");
    case FileDamage::Incomplete:
        return CheckedFilesModel::tr("incomplete");
    case FileDamage::NotAPicture:
        return CheckedFilesModel::tr("not a picture");
    }
    Q_UNREACHABLE();
}

QString wordOf(const CheckedFile &file)
{
    switch (file.state) {
    case FileState::Intact:
        return CheckedFilesModel::tr("intact");
    case FileState::Missing:
        return CheckedFilesModel::tr("missing");
    case FileState::Altered:
        return wordOf(file.damage);
    case FileState::Unreadable:
        return CheckedFilesModel::tr("cannot be read");
    case FileState::Untracked:
        return CheckedFilesModel::tr("not part of the set");
    }
    Q_UNREACHABLE();
}

struct Appearance
{
    QString icon;
    FlagState like; ///< the state with the same colour
};

Appearance appearanceOf(FileState state)
{
    switch (state) {
    case FileState::Intact:
        return {u"saved"_s, FlagState::Saved};
    case FileState::Missing:
        return {u"notfound"_s, FlagState::NotFound};
    case FileState::Altered:
        return {u"changed"_s, FlagState::Failed};
    case FileState::Unreadable:
        return {u"failed"_s, FlagState::Failed};
    case FileState::Untracked:
        return {u"information"_s, FlagState::Unchanged};
    }
    Q_UNREACHABLE();
}

QIcon iconOf(FileState state, const QPalette &palette, qreal pixelRatio)
{
    const auto [name, like] = appearanceOf(state);
    const auto pixmap = [&name = name, pixelRatio](const QColor &colour) {
        return svgPixmap(name, StateIcons::side, colour, pixelRatio);
    };
    QIcon icon(pixmap(stateColour(like, palette)));
    icon.addPixmap(pixmap(palette.color(QPalette::HighlightedText)), QIcon::Selected);
    return icon;
}

} // namespace

CheckedFilesModel::CheckedFilesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CheckedFilesModel::show(const Verification &verification, const QHash<QString, QString> &names,
    const QPalette &palette, qreal pixelRatio)
{
    beginResetModel();
    m_names = names;
    m_files.clear();
    for (const FileState state : shownStates) {
        m_files += verification.with(state);
        m_icons.insert(state, iconOf(state, palette, pixelRatio));
    }
    endResetModel();
}

int CheckedFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int CheckedFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CheckedFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CheckedFile &file = m_files[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(file, index.column());
    case Qt::ToolTipRole:
        return file.file;
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(m_icons.value(file.state)) : QVariant();
    default:
        return {};
    }
}

QString CheckedFilesModel::text(const CheckedFile &file, int column) const
{
    switch (column) {
    case StateColumn:
        return wordOf(file);
    case CountryColumn:
        return file.code.isEmpty()
            ? QString()
            : tr("%1 (%2)", "country, code").arg(m_names.value(file.code, file.code), file.code);
    default:
        return file.file;
    }
}

QVariant CheckedFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case CountryColumn:
        return tr("Country");
    default:
        return tr("File");
    }
}
