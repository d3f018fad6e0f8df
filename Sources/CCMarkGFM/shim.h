// libcmark-gfm with its extensions, as Debian's libcmark-gfm-dev and
// libcmark-gfm-extensions-dev install them. node.h is there for what has no call: the definition a
// footnote belongs to, how far inlines are shifted in a table, whether a heading is underlined.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <string.h>

// Node types that the extensions number when they are registered.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type ccmark_type_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type ccmark_type_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

// What the entity after '&' at `source` stands for: at most `room` bytes to `out`, their number to
// `written`. Returns the bytes read, 0 if there is no entity.
static inline int ccmark_entity(const unsigned char *source, int size, unsigned char *out,
                                int room, int *written) {
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 16);
  int read = (int)houdini_unescape_ent(&buffer, source, size);
  *written = buffer.size;
  if (read > 0 && buffer.size <= room)
    memcpy(out, buffer.ptr, (size_t)buffer.size);
  else
    read = 0;
  cmark_strbuf_free(&buffer);
  return read;
}
