#pragma once

#include "app/failures/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QSize>
#include <QtEndian>

// checkRaster() for each format, for bytes that begin with the signature of the format, and what these
// functions share. Nothing else includes this header.

[[nodiscard]] Result<QSize> checkGif(const QByteArray &bytes);
[[nodiscard]] Result<QSize> checkPng(const QByteArray &bytes);
[[nodiscard]] Result<QSize> checkJpeg(const QByteArray &bytes);
[[nodiscard]] Result<QSize> checkWebP(const QByteArray &bytes);

struct StructureText
{
    Q_DECLARE_TR_FUNCTIONS(StructureText)
};

/// The bytes end before the picture does.
inline Failure truncated()
{
    return {FailureKind::Truncated, 0, {}};
}

/// The bytes violate the format, as `detail` says.
inline Failure violation(const QString &detail)
{
    return {FailureKind::NotAPicture, 0, detail};
}

inline quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return quint8(bytes[at]);
}

inline quint16 littleEndian16At(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

inline quint16 bigEndian16At(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}
