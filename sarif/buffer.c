// SPDX-License-Identifier: MIT
/*
 * A sink that collects what is written in memory.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "sarif.h"

static int buffer_write(void *context, const char *data, size_t n)
{
	struct sarif_buffer *buffer = context;

	if (n >= SIZE_MAX - buffer->length)
		return ENOMEM;
	if (buffer->length + n + 1 > buffer->capacity) {
		size_t need = buffer->length + n + 1;
		size_t capacity = buffer->capacity > SIZE_MAX / 2 ? need : buffer->capacity * 2;
		char *grown;

		if (capacity < need)
			capacity = need;
		grown = realloc(buffer->data, capacity);
		if (!grown)
			return ENOMEM;
		buffer->data = grown;
		buffer->capacity = capacity;
	}
	memcpy(buffer->data + buffer->length, data, n);
	buffer->length += n;
	buffer->data[buffer->length] = '\0';
	return 0;
}

struct sarif_sink sarif_buffer_sink(struct sarif_buffer *buffer)
{
	return (struct sarif_sink){ .write = buffer_write, .context = buffer };
}

void sarif_buffer_free(struct sarif_buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct sarif_buffer){ 0 };
}
