# The probe of eng/probe-amd64.s for arm64: it prints the files named by its arguments, each behind a line with its name, and for
# @PORT TEXT it sends the text to the port of this machine and prints the answer. Assemble and link with
#   as -o probe.o probe-arm64.s && ld -s -n -z noseparate-code --build-id=none -o probe probe.o && base64 -w 120 probe
# and put the result into src/Verification/Run/ProbeProgram.cs. x19 argc, x20 argv, x21 file, x22 request, x23 port, x24 buffer.
    .globl _start
    .text
_start:
    ldr x19, [sp]
    add x20, sp, #8
    sub sp, sp, #4096
    mov x24, sp
next:
    add x20, x20, #8
    subs x19, x19, #1
    b.le done
    ldr x1, [x20]
    bl measure
    mov x0, #1
    mov x8, #64
    svc #0
    bl newline
    ldr x1, [x20]
    ldrb w9, [x1]
    cmp w9, #64
    b.eq request
    mov x0, #-100               // openat(AT_FDCWD, name, O_RDONLY)
    mov x2, #0
    mov x3, #0
    mov x8, #56
    svc #0
    tbnz x0, #63, next
    mov x21, x0
copy:
    mov x0, x21
    mov x1, x24
    mov x2, #4096
    mov x8, #63
    svc #0
    cmp x0, #0
    b.le close
    mov x2, x0
    mov x1, x24
    mov x0, #1
    mov x8, #64
    svc #0
    b copy
close:
    mov x0, x21
    mov x8, #57
    svc #0
    bl newline
    b next
request:
    add x22, x1, #1             // the port in decimal digits, and one character behind them
    mov w23, #0
digit:
    ldrb w9, [x22], #1
    sub w9, w9, #48
    cmp w9, #9
    b.hi parsed
    mov w10, #10
    madd w23, w23, w10, w9
    b digit
parsed:
    rev16 w23, w23
    stp xzr, xzr, [x24]
    stp xzr, xzr, [x24, #16]
    mov w9, #2                  // 127.0.0.1
    strh w9, [x24]
    strh w23, [x24, #2]
    mov w9, #0x007f
    movk w9, #0x0100, lsl #16
    str w9, [x24, #4]
    mov x0, #2
    mov x25, #16
    bl connect
    tbz x0, #63, send
    mov w9, #10                 // ::1
    strh w9, [x24]
    str wzr, [x24, #4]
    mov w9, #1
    strb w9, [x24, #23]
    mov x0, #10
    mov x25, #28
    bl connect
    tbnz x0, #63, next
send:
    mov x1, x22
    bl measure
    mov x0, x21
    mov x8, #64
    svc #0
    b copy
connect:                        // family in x0, length of the address in x25; the socket is left in x21
    mov x1, #1
    mov x2, #0
    mov x8, #198
    svc #0
    mov x21, x0
    mov x1, x24
    mov x2, x25
    mov x8, #203
    svc #0
    ret
measure:                        // the length of the text at x1, in x2
    mov x2, #0
one:
    ldrb w9, [x1, x2]
    cbz w9, measured
    add x2, x2, #1
    b one
measured:
    ret
newline:
    mov w9, #10
    strb w9, [x24]
    mov x0, #1
    mov x1, x24
    mov x2, #1
    mov x8, #64
    svc #0
    ret
done:
    mov x0, #0
    mov x8, #93
    svc #0
