// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * C++: an object that is accessed as another type by reinterpret_cast, and what
 * the language offers to do it well.
 */
// options: -fstrict-aliasing
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

void look(void *at);

namespace
{
float table[4]; // note: 'table' is declared here
}

std::uint32_t by_pointer(float value)
{
	float f = value; // note: 'f' is declared here

	return *reinterpret_cast<std::uint32_t *>(&f); // warning: 'f', declared as float, is read as uint32_t [lc-aliasing]
}

std::uint32_t by_reference()
{
	return reinterpret_cast<std::uint32_t &>(table[2]); // warning: 'table', declared as float, is read as uint32_t [lc-aliasing]
}

std::uint32_t copied(float value)
{
	std::uint32_t bits;

	std::memcpy(&bits, &value, sizeof bits); // verdict: none
	return bits;
}

std::uint8_t as_byte(float value)
{
	float f = value;

	look(&f);
	return static_cast<std::uint8_t>(*reinterpret_cast<std::byte *>(&f)); // verdict: none
}

/* A member of an object, and one of its base. */
struct base {
	std::uint32_t id;
};

struct derived : base {
	float weight;
	int number() const;
};

std::uint32_t member()
{
	derived d; // note: 'd' is declared here

	look(&d);
	return *reinterpret_cast<std::uint32_t *>(&d.weight); // warning: 'd', declared as float, is read as uint32_t [lc-aliasing]
}

std::uint32_t member_of_base()
{
	derived d;
	base &b = d;

	look(&d);
	return b.id; // verdict: none
}

std::uint32_t base_by_cast()
{
	derived d;

	look(&d);
	return reinterpret_cast<base *>(&d)->id; // verdict: none
}

/* In storage that is declared as bytes any object may be made. */
float in_storage(float value)
{
	alignas(derived) unsigned char storage[sizeof(derived)];
	derived *d = new (storage) derived;

	d->weight = value; // verdict: none
	look(d);
	return d->weight;
}

/* Storage of another type gets the type of what is made in it. */
float in_words(float value)
{
	long long words[(sizeof(derived) + 7) / 8];
	derived *d = new (words) derived;

	d->weight = value; // verdict: none
	look(d);
	return d->weight;
}

/* A template's instance is named by its type. */
template <typename T> T bits_of(double value)
{
	double d = value; // note: 'd' is declared here

	return *reinterpret_cast<T *>(&d); // warning: 'd', declared as double, is read as long unsigned int [lc-aliasing]
}

std::uint64_t instance(double value)
{
	return bits_of<std::uint64_t>(value);
}
