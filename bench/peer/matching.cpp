/*
 * Student-proposing deferred acceptance in C++ with the library's heaps: what one would write there.
 * Reads the columns of a market, answers each byte on its input with the milliseconds of processor
 * time of one matching, and at the end writes the place of each student.
 */
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

static std::vector<int32_t> column(FILE *file, size_t count) {
  std::vector<int32_t> values(count);
  if (fread(values.data(), 4, count, file) != count) exit(2);
  return values;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (file == nullptr) return 2;
  const auto sizes = column(file, 3);
  const int students = sizes[0], places = sizes[1], slots = sizes[2];
  const auto starts = column(file, students + 1), choices = column(file, slots);
  const auto scores = column(file, slots), capacities = column(file, places);
  const auto lottery = column(file, students);
  std::vector<int32_t> own(slots), place_of;
  for (int s = 0; s < students; s++) std::fill(&own[starts[s]], &own[0] + starts[s + 1], s);
  const auto better = [&](int a, int b) {
    return scores[a] > scores[b] || (scores[a] == scores[b] && lottery[own[a]] < lottery[own[b]]);
  };
  while (getchar() != EOF) {
    const clock_t begin = clock();
    std::vector<std::vector<int32_t>> held(places);
    for (int p = 0; p < places; p++) held[p].reserve(capacities[p]);
    std::vector<int32_t> next(starts.begin(), starts.end() - 1);
    for (int first = 0; first < students; first++) {
      int s = first;
      while (next[s] < starts[s + 1]) {
        const int slot = next[s]++, p = choices[slot];
        if (scores[slot] < 0) continue;
        auto &heap = held[p];
        if ((int)heap.size() < capacities[p]) {
          heap.push_back(slot);
          std::push_heap(heap.begin(), heap.end(), better);
          break;
        }
        if (capacities[p] == 0 || !better(slot, heap.front())) continue;
        std::pop_heap(heap.begin(), heap.end(), better);
        s = own[heap.back()];
        heap.back() = slot;
        std::push_heap(heap.begin(), heap.end(), better);
      }
    }
    place_of.assign(students, -1);
    for (int p = 0; p < places; p++)
      for (const int slot : held[p]) place_of[own[slot]] = p;
    printf("%f\n", (double)(clock() - begin) * 1000 / CLOCKS_PER_SEC);
    fflush(stdout);
  }
  FILE *out = fopen(arguments[2], "wb");
  if (out == nullptr || fwrite(place_of.data(), 4, students, out) != (size_t)students) return 2;
  return fclose(out);
}
