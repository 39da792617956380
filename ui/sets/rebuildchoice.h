#pragma once

#include <QObject>

class QWidget;

/// Asks for the manifest of a set from elsewhere, then for the folder to make the same set in. Deletes itself
/// when both are known, or when the person gives up.
class RebuildChoice final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window, as its dialogs do.
    explicit RebuildChoice(QWidget &window);
    Q_DISABLE_COPY_MOVE(RebuildChoice)

    /// Begins in this folder.
    void ask(const QString &folder);

Q_SIGNALS:
    void chosen(const QString &manifest, const QString &folder);
    /// For people: the two do not go together.
    void error(const QString &text);

private:
    void askForFolder(const QString &manifest);
    void take(const QString &folder);

    QWidget &m_window;
    QString m_manifest;
};
