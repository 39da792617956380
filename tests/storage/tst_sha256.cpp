#include "app/storage/setfiles.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

class tst_Sha256 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownHashesMatch_data();
    void knownHashesMatch();
    void lengthsAroundTheBlockSizeMatch();
};

// Examples from FIPS 180-2.
void tst_Sha256::knownHashesMatch_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray(
                                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void tst_Sha256::knownHashesMatch()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, hash);

    QCOMPARE(sha256(bytes).toHex(), hash);
}

void tst_Sha256::lengthsAroundTheBlockSizeMatch()
{
    for (qsizetype length = 0; length < 200; ++length) {
        const QByteArray bytes(length, 'x');
        QCOMPARE(sha256(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }
}

FLAGFETCH_TEST(tst_Sha256, None)
#include "tst_sha256.moc"
