// CMake needs a program to precompile the tests' headers for; it is never linked.

int main()
{
    return 0;
}
