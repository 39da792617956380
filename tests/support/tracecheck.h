#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

/// Checks a file in the Trace Event Format more strictly than viewers do, and returns the first problem;
/// empty if there is none. Every event has the members of its phase; no duration or time is negative; slices
/// of a track are nested and never overlap otherwise; each track and each group has a name; counters are in
/// order.
[[nodiscard]] QString problemInTrace(const QByteArray &json);

/// The events of this phase ("X", "i", "C" or "M"), in the order of the file.
[[nodiscard]] QList<QJsonObject> eventsOf(const QByteArray &json, const QString &phase);
