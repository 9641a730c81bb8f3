/* Loaded before the C library (LD_PRELOAD): every fsync and fdatasync takes 10 ms longer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

static int after_a_while(const char *name, int file) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  usleep(10000);
  return sync(file);
}

int fsync(int file) { return after_a_while("fsync", file); }
int fdatasync(int file) { return after_a_while("fdatasync", file); }
