// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * C++: reinterpret_cast of bytes is a view of them, as the cast of C is, and the
 * rules about types judge classes.
 */
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

struct sk_buff {
	unsigned int len;
	unsigned char *data;
};

struct hdr {
	std::uint8_t type, flags;
	std::uint16_t length;
	std::uint32_t id;
};

namespace
{
unsigned char four_bytes[4], eight_bytes[8];
}

/* By each cast. */
std::uint32_t reinterpreted(const unsigned char *buf, std::size_t len)
{
	auto h = reinterpret_cast<const hdr *>(buf); // verdict: overlay hdr open lc-short-buffer
	return h->id; // warning: 'h->id' needs 8 bytes of 'buf' as 'hdr' [lc-short-buffer]
}

std::uint32_t reinterpreted_and_guarded(const unsigned char *buf, std::size_t len)
{
	auto h = reinterpret_cast<const hdr *>(buf); // verdict: overlay hdr proven lc-short-buffer
	return len < sizeof *h ? 0 : h->id;
}

std::uint32_t c_cast(const unsigned char *buf, std::size_t len)
{
	const hdr *h = (const hdr *)buf;
	return h->id; // warning: 'h->id' needs 8 bytes of 'buf' as 'hdr' [lc-short-buffer]
}

std::uint32_t through_void(const unsigned char *buf, std::size_t len)
{
	auto h = static_cast<const hdr *>(static_cast<const void *>(buf));
	return h->id; // warning: 'h->id' needs 8 bytes of 'buf' as 'hdr' [lc-short-buffer]
}

/* As a reference. */
std::uint32_t reference_outside()
{
	const hdr &h = reinterpret_cast<const hdr &>(four_bytes);
	return h.id; // warning: needs 8 bytes .* has only 4 [lc-short-buffer]
}

std::uint32_t reference_inside()
{
	const hdr &h = reinterpret_cast<const hdr &>(eight_bytes);
	return h.id;
}

/* In a lambda, a member function, a template, behind what may throw. */
std::uint32_t in_lambda()
{
	auto read = [] { return reinterpret_cast<const hdr *>(four_bytes)->id; }; // warning: has only 4 [lc-short-buffer]
	return read();
}

class parser {
	const unsigned char *buf;
	std::size_t len;

      public:
	parser(const unsigned char *b, std::size_t n) : buf(b), len(n) {}
	std::uint32_t id() const
	{
		if (len < sizeof(hdr))
			throw 1;
		return reinterpret_cast<const hdr *>(buf)->id;
	}
};

std::uint32_t member(const unsigned char *buf, std::size_t len)
{
	return parser(buf, len).id();
}

template <typename T> T inside(const unsigned char *buf, std::size_t len)
{
	if (len < sizeof(T))
		return T();
	return *reinterpret_cast<const T *>(buf);
}

std::uint64_t instances(const unsigned char *buf, std::size_t len)
{
	return inside<std::uint16_t>(buf, len) + inside<std::uint64_t>(buf, len) + inside<hdr>(buf, len).id;
}

/* A value by copy is no view, but its bytes must be there: how many a container has is not known. */
std::uint32_t copied(const std::vector<unsigned char> &bytes)
{
	hdr h; // verdict: none

	if (bytes.size() < sizeof h)
		return 0;
	std::memcpy(&h, bytes.data(), sizeof h); // verdict: copy-in hdr open lc-short-buffer
	return h.id;
}

std::uint32_t copied_from(const unsigned char *buf, std::size_t len)
{
	hdr h;

	std::memcpy(&h, buf, sizeof h); // warning: needs 8 bytes of 'buf' as 'hdr' [lc-short-buffer]
	return h.id;
}

std::uint32_t copied_from_enough(const unsigned char *buf, std::size_t len)
{
	hdr h;

	if (len < sizeof h)
		return 0;
	std::memcpy(&h, buf, sizeof h); // verdict: copy-in hdr proven lc-short-buffer
	return h.id;
}

/* By a union. */
extern "C" long recv(int fd, void *buf, std::size_t len, int flags);

union frame {
	unsigned char raw[16];
	hdr h;
};

std::uint32_t received(int fd)
{
	frame f;
	long n = recv(fd, f.raw, sizeof f.raw, 0);

	return n < 4 ? 0 : f.h.id; // warning: 'f.h.id' needs 8 bytes of 'f.raw' as 'hdr' [lc-short-buffer]
}

std::uint32_t received_enough(int fd)
{
	frame f;
	long n = recv(fd, f.raw, sizeof f.raw, 0);

	return n < 8 ? 0 : f.h.id; // verdict: pun hdr proven lc-short-buffer
}

/* The rules about types. */
void use(const void *view);

template <typename T> void view(const sk_buff *skb)
{
	auto v = reinterpret_cast<const T *>(skb->data);

	if (skb->len >= sizeof *v)
		use(v);
}

namespace net
{
struct padded { // warning: 'padded': 3 bytes of padding before 'length' [lc-implicit-padding]
	std::uint8_t type;
	std::uint32_t length;
};

struct whole {
	std::uint8_t type, reserved[3];
	std::uint32_t length;
};

enum class width : std::uint8_t { narrow, wide };
enum plain : std::uint32_t { first, second };
struct fixed_enums {
	width w;
	std::uint8_t reserved[3];
	plain p;
};

enum unfixed { left, right };
struct unfixed_enum { // warning: 'side' \(unfixed\) has 4 bytes here, but 1 under ILP32 with short enums [lc-abi-dependent]
	unfixed side;
};

struct flag { // warning: 'on' is a bool [lc-invalid-value]
	bool on;
};

/* A class whose objects have a table of functions is nothing to view bytes as. */
class with_virtual { // warning: '_vptr.*' is a pointer [lc-invalid-value]
	std::uint64_t id;
	virtual int number() const;
};

class with_function {
	std::uint64_t id;
	int number() const;
	static long count;
};

/* What a base leaves out at its end is the derived class's own. */
struct base {
	std::uint32_t a;
};
struct derived : base { // warning: 'derived': 2 bytes of padding at the end [lc-implicit-padding]
	std::uint16_t b;
};

/* An argument of a template is long, and nobody knows any more whether it was int64_t. */
template <typename T> struct box {
	T value;
};

struct with_long { // warning: 'value' \(long\) has 8 bytes here [lc-abi-dependent]
	long value;
};
}

void views(const sk_buff *skb)
{
	view<net::padded>(skb);
	view<net::whole>(skb);
	view<net::fixed_enums>(skb);
	view<net::unfixed_enum>(skb);
	view<net::flag>(skb);
	view<net::with_virtual>(skb);
	view<net::with_function>(skb);
	view<net::derived>(skb);
	view<net::box<long>>(skb);
	view<net::box<std::int64_t>>(skb);
	view<net::with_long>(skb);
}
