// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer, lc-unchecked-length: what the built-in model says of EDK II's libraries.
 */
typedef unsigned char UINT8;
typedef unsigned short UINT16;
typedef unsigned int UINT32;
typedef unsigned long UINTN;
typedef unsigned long EFI_STATUS;
typedef unsigned char BOOLEAN;
typedef struct {
	UINT32 Data1, Data2, Data3, Data4;
} EFI_GUID;
typedef struct NET_BUF NET_BUF;

typedef struct {
	UINT32 Type;
	UINT32 Id;
} HDR;

EFI_STATUS GetSectionFromAnyFvByFileType(UINT8 FileType, UINTN FileInstance, UINT8 SectionType, UINTN SectionInstance, void **Buffer, UINTN *Size);
EFI_STATUS GetSectionFromAnyFv(const EFI_GUID *NameGuid, UINT8 SectionType, UINTN SectionInstance, void **Buffer, UINTN *Size);
EFI_STATUS GetSectionFromFv(const EFI_GUID *NameGuid, UINT8 SectionType, UINTN SectionInstance, void **Buffer, UINTN *Size);
EFI_STATUS GetSectionFromFfs(UINT8 SectionType, UINTN SectionInstance, void **Buffer, UINTN *Size);
void *GetFileBufferByFilePath(BOOLEAN BootPolicy, const void *FilePath, UINTN *FileSize, UINT32 *AuthenticationStatus);
EFI_STATUS GetVariable2(const UINT16 *Name, const EFI_GUID *Guid, void **Value, UINTN *Size);
EFI_STATUS GetVariable3(const UINT16 *Name, const EFI_GUID *Guid, void **Value, UINTN *Size, UINT32 *Attr);
EFI_STATUS GetEfiGlobalVariable2(const UINT16 *Name, void **Value, UINTN *Size);
UINT32 NetbufCopy(NET_BUF *Nbuf, UINT32 Offset, UINT32 Len, UINT8 *Dest);
void *AllocatePool(UINTN AllocationSize);
void *AllocateRuntimePool(UINTN AllocationSize);
void *AllocateReservedPool(UINTN AllocationSize);
void *AllocateZeroPool(UINTN AllocationSize);
void *AllocateRuntimeZeroPool(UINTN AllocationSize);
void *AllocateReservedZeroPool(UINTN AllocationSize);
void *AllocateCopyPool(UINTN AllocationSize, const void *Buffer);
void *AllocateRuntimeCopyPool(UINTN AllocationSize, const void *Buffer);
void *AllocateReservedCopyPool(UINTN AllocationSize, const void *Buffer);
void *ReallocatePool(UINTN OldSize, UINTN NewSize, void *OldBuffer);
void *ReallocateRuntimePool(UINTN OldSize, UINTN NewSize, void *OldBuffer);
void *ReallocateReservedPool(UINTN OldSize, UINTN NewSize, void *OldBuffer);
void *AllocatePages(UINTN Pages);
void *AllocateRuntimePages(UINTN Pages);
void *AllocateReservedPages(UINTN Pages);
void *AllocateAlignedPages(UINTN Pages, UINTN Alignment);
void *AllocateAlignedRuntimePages(UINTN Pages, UINTN Alignment);

/* A call that hands out bytes and their number: one function compares with enough, one with too little. */
#define HANDS_OUT(name, ...)                                     \
	UINT32 name##Compared(const EFI_GUID *Guid)              \
	{                                                        \
		void *Buffer;                                    \
		UINTN Size;                                      \
                                                                 \
		if (name(__VA_ARGS__) || Size < sizeof(HDR))     \
			return 0;                                \
		return ((const HDR *)Buffer)->Id;                \
	}                                                        \
	UINT32 name##TooLittle(const EFI_GUID *Guid)             \
	{                                                        \
		void *Buffer;                                    \
		UINTN Size;                                      \
                                                                 \
		if (name(__VA_ARGS__) || Size < sizeof(UINT32))  \
			return 0;                                \
		return ((const HDR *)Buffer)->Id;                \
	}

HANDS_OUT(GetSectionFromAnyFvByFileType, 1, 0, 2, 0, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetSectionFromAnyFv, Guid, 2, 0, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetSectionFromFv, Guid, 2, 0, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetSectionFromFfs, 2, 0, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetVariable2, 0, Guid, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetVariable3, 0, Guid, &Buffer, &Size, 0) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8
HANDS_OUT(GetEfiGlobalVariable2, 0, &Buffer, &Size) // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]; also verdict: overlay HDR proven lc-short-buffer because Size >= 8

UINT32 FileCompared(const void *Path)
{
	UINTN Size;
	void *Buffer = GetFileBufferByFilePath(0, Path, &Size, 0);

	if (!Buffer || Size < sizeof(HDR))
		return 0;
	return ((const HDR *)Buffer)->Id; // verdict: overlay HDR proven lc-short-buffer because Size >= 8
}

UINT32 FileTooShort(const void *Path)
{
	UINTN Size;
	void *Buffer = GetFileBufferByFilePath(0, Path, &Size, 0);

	if (!Buffer || Size < 4)
		return 0;
	return ((const HDR *)Buffer)->Id; // warning: needs 8 bytes of 'Buffer'.*4 known [lc-short-buffer]
}

UINT32 PacketCopied(NET_BUF *Nbuf)
{
	UINT8 Bytes[64];

	if (NetbufCopy(Nbuf, 0, sizeof(Bytes), Bytes) < sizeof(HDR))
		return 0;
	return ((HDR *)Bytes)->Id; // verdict: overlay HDR proven lc-short-buffer
}

UINT32 PacketTooShort(NET_BUF *Nbuf)
{
	UINT8 Bytes[64];

	if (NetbufCopy(Nbuf, 0, sizeof(Bytes), Bytes) < 4)
		return 0;
	return ((HDR *)Bytes)->Id; // warning: needs 8 bytes of 'Bytes' .*4 known [lc-short-buffer]
}

/* So many bytes are there: eight are enough, four are not. */
#define GIVES(name, enough, too_few)                 \
	void name##Gives(void *Old)                  \
	{                                            \
		UINT8 *Bytes = enough;               \
                                                     \
		((HDR *)Bytes)->Id = 1;              \
	}                                            \
	void name##GivesTooFew(void *Old)            \
	{                                            \
		UINT8 *Bytes = too_few;              \
                                                     \
		((HDR *)Bytes)->Id = 1;              \
	}

GIVES(AllocatePool, AllocatePool(8), AllocatePool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateRuntimePool, AllocateRuntimePool(8), AllocateRuntimePool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateReservedPool, AllocateReservedPool(8), AllocateReservedPool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateZeroPool, AllocateZeroPool(8), AllocateZeroPool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateRuntimeZeroPool, AllocateRuntimeZeroPool(8), AllocateRuntimeZeroPool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateReservedZeroPool, AllocateReservedZeroPool(8), AllocateReservedZeroPool(4)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateCopyPool, AllocateCopyPool(8, Old), AllocateCopyPool(4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateRuntimeCopyPool, AllocateRuntimeCopyPool(8, Old), AllocateRuntimeCopyPool(4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(AllocateReservedCopyPool, AllocateReservedCopyPool(8, Old), AllocateReservedCopyPool(4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(ReallocatePool, ReallocatePool(4, 8, Old), ReallocatePool(8, 4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(ReallocateRuntimePool, ReallocateRuntimePool(4, 8, Old), ReallocateRuntimePool(8, 4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]
GIVES(ReallocateReservedPool, ReallocateReservedPool(4, 8, Old), ReallocateReservedPool(8, 4, Old)) // warning: needs 8 bytes of 'Bytes'.*only 4 [lc-short-buffer]

/* A page is 4096 bytes. */
#define GIVES_PAGES(name, ...)                                \
	void name##Gives(void)                                \
	{                                                     \
		UINT8 *Bytes = name(__VA_ARGS__);             \
                                                              \
		((HDR *)(Bytes + 8192 - sizeof(HDR)))->Id = 1; \
	}                                                     \
	void name##GivesTooFew(void)                          \
	{                                                     \
		UINT8 *Bytes = name(__VA_ARGS__);             \
                                                              \
		((HDR *)(Bytes + 8192 - 4))->Id = 1;          \
	}

GIVES_PAGES(AllocatePages, 2) // warning: needs 8196 bytes of 'Bytes'.*only 8192 [lc-short-buffer]
GIVES_PAGES(AllocateRuntimePages, 2) // warning: needs 8196 bytes of 'Bytes'.*only 8192 [lc-short-buffer]
GIVES_PAGES(AllocateReservedPages, 2) // warning: needs 8196 bytes of 'Bytes'.*only 8192 [lc-short-buffer]
GIVES_PAGES(AllocateAlignedPages, 2, 4096) // warning: needs 8196 bytes of 'Bytes'.*only 8192 [lc-short-buffer]
GIVES_PAGES(AllocateAlignedRuntimePages, 2, 4096) // warning: needs 8196 bytes of 'Bytes'.*only 8192 [lc-short-buffer]
