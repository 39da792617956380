#include "tests/support/testprogram.h"

#include <QApplication>
#include <QTest>
#include <QThreadPool>

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace {

struct Test
{
    TestApplication application;
    TestRegistration::Maker make;
};

// A function, because static objects of other files may register tests before this file's are initialised.
std::map<std::string, Test, std::less<>> &tests()
{
    static std::map<std::string, Test, std::less<>> all;
    return all;
}

std::string_view baseName(std::string_view file)
{
    file.remove_prefix(file.find_last_of('/') + 1);
    return file.substr(0, file.find('.'));
}

std::string &runningTest()
{
    static std::string name;
    return name;
}

std::unique_ptr<QCoreApplication> makeApplication(TestApplication kind, int &argc, char **argv)
{
    switch (kind) {
    case TestApplication::None:
        return nullptr;
    case TestApplication::Core:
        return std::make_unique<QCoreApplication>(argc, argv);
    case TestApplication::Widgets:
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
        return std::make_unique<QApplication>(argc, argv);
    }
    Q_UNREACHABLE();
}

int explain()
{
    std::fputs(
        "The first argument is the name of a test; those of QTest follow. This program has:\n", stderr);
    for (const auto &[name, test] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace

TestRegistration::TestRegistration(const char *file, TestApplication application, Maker make)
{
    tests().emplace(baseName(file), Test{application, std::move(make)});
}

const char *testName()
{
    return runningTest().c_str();
}

int main(int argc, char *argv[])
{
    const auto test = argc > 1 ? tests().find(std::string_view(argv[1])) : tests().end();
    if (test == tests().end())
        return explain();
    runningTest() = test->first;
    qputenv("FLAGFETCH_RENDER", FLAGFETCH_RENDER_PROGRAM);
    argv[1] = argv[0];
    ++argv;
    --argc;
    const auto application = makeApplication(test->second.application, argc, argv);
    const auto object = test->second.make();
    const int status = QTest::qExec(object.get(), argc, argv);
    // Managers that are being destroyed leak if the application ends first: Qt then drops the last events of
    // their threads.
    QThreadPool::globalInstance()->waitForDone();
    return status;
}
