/* Rust's standard library asks Windows for chance through this library, which Wine 8 does not have. It stands beside the tests that run
   under Wine, and is no part of the program. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return SystemFunction036(data, (ULONG)length);
}
